/** A panel that may stand in either of two columns, with about how high it is in each, pixels. */
type Movable<Key extends string> = { readonly key: Key; readonly left: number; readonly right: number };

/**
 * Evens out two columns: of the panels that stand on the right, those that had better stand on the left. One after the
 * other goes, and only where that brings the ends of the columns nearer to each other.
 */
export function toTheLeft<Key extends string>(
	columns: { readonly left: number; readonly right: number },
	movable: readonly Movable<Key>[],
): ReadonlySet<Key> {
	const moved = new Set<Key>();
	let apart = columns.right - columns.left;
	for (const panel of movable) {
		const then = apart - panel.right - panel.left;
		if (Math.abs(then) >= Math.abs(apart)) continue;
		moved.add(panel.key);
		apart = then;
	}
	return moved;
}
