import { createTransport } from 'nodemailer';
import { config } from './config.server.ts';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

let transport: ReturnType<typeof createTransport> | undefined;

/** Sends one message by SMTP; false when the installation has no way to send: in demo mode, or not set up. */
export async function sendMail(mail: Mail): Promise<boolean> {
	if (config.demo || !config.smtpUrl) return false;
	transport ??= createTransport(config.smtpUrl);
	await transport.sendMail({ from: config.mailFrom, to: mail.to, subject: mail.subject, text: mail.text });
	return true;
}
