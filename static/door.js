// @ts-check
// The one script of the public pages. Everything works without it; with it one leaves faster.
// Esc twice within a second is the quick exit. The page is hidden before anything else happens.
(() => {
	const exit = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.quick-exit'));
	let last = 0;
	const leave = () => {
		document.documentElement.hidden = true;
		document.title = '';
		try {
			sessionStorage.clear();
			localStorage.clear();
		} catch {
			// A browser that keeps nothing has nothing to clear.
		}
		location.replace(exit?.href ?? '/exit');
	};
	addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		const now = Date.now();
		if (now - last < 1000) leave();
		last = now;
	});
	exit?.addEventListener('click', (event) => {
		event.preventDefault();
		leave();
	});
	// Back after leaving shows nothing that the browser had kept of the page.
	addEventListener('pageshow', (event) => {
		if (event.persisted && document.documentElement.hidden) location.reload();
	});
})();
