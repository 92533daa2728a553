// @ts-check
// The one script of the public pages. Everything works without it; with it one leaves faster.
// Esc twice within a second is the quick exit. The page is hidden before anything else happens.
(() => {
	const root = document.documentElement;
	const exit = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.quick-exit'));
	let last = 0;
	const go = () => {
		try {
			sessionStorage.clear();
			localStorage.clear();
		} catch {
			// A browser that keeps nothing has nothing to clear.
		}
		// Behind Back stands a page that says nothing, in place of the one that was read.
		history.replaceState(null, '', '/closed');
		location.assign(exit?.href ?? '/exit');
	};
	const leave = () => {
		if (root.hidden) return;
		root.hidden = true;
		document.title = '';
		// First the empty screen is drawn; clearing can take a while. A page in the background is never drawn.
		const late = setTimeout(go, 80);
		requestAnimationFrame(() =>
			setTimeout(() => {
				clearTimeout(late);
				if (location.pathname !== '/closed') go();
			}),
		);
	};
	addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		const now = Date.now();
		if (root.hidden || now - last < 1000) {
			// Esc also stops loading: here it would stop the leaving.
			event.preventDefault();
			leave();
		}
		last = now;
	});
	exit?.addEventListener('click', (event) => {
		event.preventDefault();
		leave();
	});
	// Back after leaving shows nothing that the browser had kept of the page.
	addEventListener('pageshow', (event) => {
		if (event.persisted && root.hidden) location.reload();
	});
	// Once everything is there, the page for when there is no network is kept, in this language.
	addEventListener('load', () => {
		navigator.serviceWorker?.register(`/offline.js?lang=${root.lang}`).catch(() => {
			// A private window keeps nothing: the site works as before, only not without a network.
		});
	});
	// Printing is offered where a script can do it.
	for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-print]'))) {
		button.hidden = false;
		button.addEventListener('click', () => print());
	}
})();
