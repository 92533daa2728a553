// @ts-check
// The one script of the desk: keys, drafts that keep themselves, minutes that add themselves up. Everything works without it.

const SAVE_AFTER_MS = 2000;
/** The whole width of the bar of a talk's time, minutes. */
const BAR_MINUTES = 60;

const search = /** @type {HTMLInputElement | null} */ (document.querySelector('#desk-search'));

/** @type {Readonly<Record<string, (event: KeyboardEvent) => void>>} */
const KEYS = {
	'/': (event) => !isTyping(event.target) && focusSearch(event),
	'ctrl k': focusSearch,
	'ctrl enter': sendForm,
};

addEventListener('keydown', (event) => {
	if (event.altKey || event.shiftKey) return;
	KEYS[`${event.ctrlKey || event.metaKey ? 'ctrl ' : ''}${event.key.toLowerCase()}`]?.(event);
});
for (const hint of document.querySelectorAll('.command .keys')) hint.removeAttribute('hidden');
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-draft]'))) {
	keepDrafts(form, form.dataset.draft ?? '');
	if (form.dataset.sum) addMinutes(form, form.dataset.sum);
}

function isTyping(/** @type {EventTarget | null} */ target) {
	return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function focusSearch(/** @type {KeyboardEvent} */ event) {
	if (!search) return;
	event.preventDefault();
	search.focus();
	search.select();
}

function sendForm(/** @type {KeyboardEvent} */ { target }) {
	const form = target instanceof HTMLElement ? target.closest('form') : null;
	const main = /** @type {HTMLButtonElement | null} */ (form?.querySelector('button:not([formaction])'));
	if (form?.method === 'post') form.requestSubmit(main ?? undefined);
}

/** Keeps what is typed in a form as a draft on the server, and says when. */
function keepDrafts(/** @type {HTMLFormElement} */ form, /** @type {string} */ address) {
	let waiting = 0;
	let changed = false;
	const save = async () => {
		clearTimeout(waiting);
		if (!changed) return;
		changed = !(await sendDraft(form, address));
	};
	form.addEventListener('input', () => {
		changed = true;
		clearTimeout(waiting);
		waiting = setTimeout(save, SAVE_AFTER_MS);
	});
	form.addEventListener('submit', () => {
		changed = false;
		clearTimeout(waiting);
	});
	document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());
}

/** Sends what stands in the form now, and says whether the server keeps it. */
async function sendDraft(/** @type {HTMLFormElement} */ form, /** @type {string} */ address) {
	const status = /** @type {HTMLElement | null} */ (document.querySelector('[data-draft-status]'));
	let kept = false;
	try {
		const answer = await fetch(address, {
			method: 'POST',
			body: new URLSearchParams(new FormData(form)),
			headers: { accept: 'application/json' },
			keepalive: true,
		});
		kept = (await answer.json()).type === 'redirect';
	} catch {
		// No connection: the words are still in the form, and the next key tries again.
	}
	const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
	const words = kept ? status?.dataset.saved : status?.dataset.failed;
	if (status && words) status.textContent = words.replace('{time}', time);
	return kept;
}

/** Adds the minutes of the parts up, beside how long it usually takes, until somebody writes the whole. */
function addMinutes(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
	const whole = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
	const parts = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name^="${name}-"]`));
	let written = whole?.value !== '';
	whole?.addEventListener('input', () => (written = whole.value !== ''));
	form.addEventListener('input', () => {
		const sum = [...parts].reduce((all, part) => all + (Number.parseInt(part.value, 10) || 0), 0);
		if (whole && !written) whole.value = sum > 0 ? String(sum) : '';
		showMinutes(Number.parseInt(whole?.value ?? '', 10) || sum);
	});
}

function showMinutes(/** @type {number} */ minutes) {
	const figure = document.querySelector('.time-bar .meter__figure b');
	if (figure) figure.textContent = String(minutes);
	const share = Math.min(100, Math.round((minutes / BAR_MINUTES) * 100));
	document.querySelector('.time-bar__done')?.setAttribute('width', `${share}%`);
}
