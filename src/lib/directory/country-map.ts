import type { Point } from './settlement.ts';

/** A place on the drawn map, in its own units. */
type OnMap = { readonly x: number; readonly y: number };

/** How wide and how high the map of Slovenia is drawn. */
export const MAP = { width: 640, height: 424 } as const;

// The country lies between these, with a little room around it.
const WEST = 13.33;
const NORTH = 46.91;
const DEGREES_WIDE = 3.28;
/** A degree of longitude is shorter than one of latitude: at 46° north by this much. */
const NARROWER = Math.cos((46.1 * Math.PI) / 180);
const UNITS_A_DEGREE = MAP.width / DEGREES_WIDE;

/** Where a point lies on the map. */
export function onMap({ latitude, longitude }: Point): OnMap {
	return {
		x: Math.round((longitude - WEST) * UNITS_A_DEGREE),
		y: Math.round(((NORTH - latitude) / NARROWER) * UNITS_A_DEGREE),
	};
}

/** How far apart the dots of the outline stand. */
const GRID = 11;

/** A country as dots, one wherever somebody lives: the path of an SVG, each dot a line without length. */
export function outlineOf(points: readonly Point[]): string {
	const dots = new Set(
		points.map((point) => {
			const { x, y } = onMap(point);
			return `${Math.round(x / GRID) * GRID} ${Math.round(y / GRID) * GRID}`;
		}),
	);
	return [...dots].map((dot) => `M${dot}h0`).join('');
}
