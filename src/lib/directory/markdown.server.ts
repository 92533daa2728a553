import { lexer, type Token, type Tokens } from 'marked';

/** A piece of a line: words, words with weight, or a link within this site or to a telephone number. */
export type Piece =
	| { readonly kind: 'words'; readonly text: string }
	| { readonly kind: 'strong'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'emphasis'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'link'; readonly href: string; readonly pieces: readonly Piece[] };

/** A part of a text, one below the other. */
export type Block =
	| { readonly kind: 'heading'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Piece[])[] };

const HREF = /^(\/[a-z/-]*|tel:\+?\d+)$/;

/**
 * Reads Markdown as the few kinds of parts that a page has a component for. Everything else is refused, HTML above all:
 * what a file says can only ever be words on the page.
 */
export function blocksOf(markdown: string): readonly Block[] {
	return lexer(markdown).flatMap((token): Block[] => {
		switch (token.type) {
			case 'space':
				return [];
			case 'heading':
				if (token.depth !== 2) throw refused(token);
				return [{ kind: 'heading', pieces: piecesOf(token.tokens) }];
			case 'paragraph':
				return [{ kind: 'paragraph', pieces: piecesOf(token.tokens) }];
			case 'list':
				return [{ kind: 'list', ordered: token.ordered, items: (token as Tokens.List).items.map(itemOf) }];
			default:
				throw refused(token);
		}
	});
}

function itemOf(item: Tokens.ListItem): readonly Piece[] {
	return item.tokens.flatMap((token) => {
		if (token.type !== 'text' && token.type !== 'paragraph') throw refused(token);
		return piecesOf((token as Tokens.Text).tokens);
	});
}

function piecesOf(tokens: readonly Token[] | undefined): readonly Piece[] {
	return (tokens ?? []).map((token): Piece => {
		switch (token.type) {
			case 'text':
			case 'escape':
				return { kind: 'words', text: token.text };
			case 'strong':
				return { kind: 'strong', pieces: piecesOf(token.tokens) };
			case 'em':
				return { kind: 'emphasis', pieces: piecesOf(token.tokens) };
			case 'link':
				if (!HREF.test(token.href)) throw refused(token);
				return { kind: 'link', href: token.href, pieces: piecesOf(token.tokens) };
			default:
				throw refused(token);
		}
	});
}

function refused(token: Token): Error {
	return new Error(`A text may not hold “${token.type}”: ${token.raw.slice(0, 80)}`);
}
