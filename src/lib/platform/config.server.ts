import path from 'node:path';

/** What the installation was told by its environment. Read when asked for, so that a test can say something else. */
export const config = {
	/** The address people see, without a slash at the end. */
	get origin(): string {
		return process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`;
	},
	/** The folder of everything the installation keeps, but for its keys. */
	get dataFolder(): string {
		return path.resolve(process.env.OPORA_DATA ?? '.data');
	},
	/** The file of the root key: never in the data folder, never in a backup. */
	get rootKeyFile(): string {
		return path.resolve(process.env.OPORA_ROOT_KEY_FILE ?? '.keys/root.key');
	},
	/** Invented organisations and people; nobody reads requests here. */
	get demo(): boolean {
		return process.env.OPORA_DEMO === '1';
	},
	/** The largest file that is taken, bytes. */
	get documentBytesMax(): number {
		return Number(process.env.OPORA_DOCUMENT_MB ?? 10) * 1_048_576;
	},
	/** The largest form that carries a file, bytes: larger than the file may be, so that the page can say what is the matter. */
	get fileFormBytesMax(): number {
		return config.documentBytesMax * 3;
	},
	get smtpUrl(): string | undefined {
		return process.env.OPORA_SMTP_URL || undefined;
	},
	get mailFrom(): string {
		return process.env.OPORA_MAIL_FROM ?? `opora@${new URL(config.origin).hostname}`;
	},
	/** The address of the database as one of the three roles of the running product. */
	databaseUrl(role: DatabaseRole): string {
		const url = process.env[URL_OF[role]];
		if (!url) throw new Error(`${URL_OF[role]} is not set: start with "npm start"`);
		return url;
	},
};

/** The roles the running product connects as (decision 13). The owner's is used by migrations only. */
export type DatabaseRole = 'app' | 'identity' | 'jobs';

export const URL_OF: Readonly<Record<DatabaseRole, string>> = {
	app: 'OPORA_APP_DATABASE_URL',
	identity: 'OPORA_IDENTITY_DATABASE_URL',
	jobs: 'OPORA_JOBS_DATABASE_URL',
};
