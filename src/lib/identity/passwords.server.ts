import { hashPassword, verifyPassword } from '@better-auth/utils/password';

/** Working out one password takes 32 MB and a processor for a moment: with more at once, all others wait and memory runs high. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let underWay = 0;

/** Does something heavy when its turn has come. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
	if (underWay >= AT_ONCE) await new Promise<void>((free) => waiting.push(free));
	else underWay += 1;
	try {
		return await work();
	} finally {
		// Whoever waits takes the place over; only an empty queue frees it.
		const next = waiting.shift();
		if (next) next();
		else underWay -= 1;
	}
}

/** How passwords are kept and compared (scrypt): as the sign-in library does it, two at a time. */
export const passwords = {
	hash: (password: string) => inTurn(() => hashPassword(password)),
	verify: ({ hash, password }: { hash: string; password: string }) => inTurn(() => verifyPassword(hash, password)),
};
