// @ts-check
// The one script of the desk: keys and drafts. Everything works without it.
(() => {})();
