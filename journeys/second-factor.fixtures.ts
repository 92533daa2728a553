// What an authenticator shows: the second factor of somebody who sets it up in a test.
import { createHmac } from 'node:crypto';

/** The six digits an authenticator shows now for a secret (RFC 6238, thirty seconds, SHA-1). */
export function digitsOf(secret: string): string {
	const bits = [...secret].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
	const bytes = bits
		.join('')
		.match(/.{8}/g)!
		.map((one) => Number.parseInt(one, 2));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
	const number = mac.readUInt32BE(mac[19]! & 15) & 0x7f_ff_ff_ff;
	return String(number % 1_000_000).padStart(6, '0');
}
