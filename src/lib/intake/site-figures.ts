/** How many open requests name a site of a programme, and how many of them are on the waiting list. Without a site: wherever there is room. */
export type SiteFigures = {
	readonly programme: string;
	readonly site: string | null;
	readonly open: number;
	readonly waiting: number;
};
