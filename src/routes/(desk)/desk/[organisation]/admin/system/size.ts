const MB_IN_GB = 1024;

/** A size as people say it: in gigabytes from one on, else in megabytes. */
export function size(mb: number, number: (value: number) => string): string {
	if (mb < MB_IN_GB) return `${number(Math.round(mb))} MB`;
	return `${number(Math.round((mb / MB_IN_GB) * 10) / 10)} GB`;
}
