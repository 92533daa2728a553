import { MODES, type Definition, type Mode } from './definition.ts';

type Stated = Pick<Definition, 'modes' | 'formsOfHelp'>;

/** The modes of one form of help: those it states; where it states none, the programme’s. */
export function modesOfForm({ modes, formsOfHelp }: Stated, form: string): readonly Mode[] {
	const stated = formsOfHelp.find((one) => one.key === form)?.modes ?? [];
	return stated.length > 0 ? stated : modes;
}

/** Every mode a meeting of a case may have: the programme’s, and those that a form of help has besides. */
export function modesOfMeetings({ modes, formsOfHelp }: Stated): Mode[] {
	const besides = formsOfHelp.filter((one) => one.recordedAs === 'meeting').flatMap((one) => one.modes);
	return [...modes, ...MODES.filter((one) => besides.includes(one) && !modes.includes(one))];
}
