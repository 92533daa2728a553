import { renderSVG } from 'uqr';

/** A picture that an authenticator reads, as SVG without any colour of its own page. */
export function qrOf(text: string): string {
	return renderSVG(text, { border: 2 });
}
