import close from '../../../questionnaires/how-am-i/close.questionnaire.json' with { type: 'json' };
import scoring from '../../../questionnaires/how-am-i/scoring.json' with { type: 'json' };
import self from '../../../questionnaires/how-am-i/self.questionnaire.json' with { type: 'json' };
import type { Instrument } from './instrument.ts';
import { readInstrument, type InstrumentFiles } from './read-instrument.ts';

/** The questionnaire that anybody can fill in: “Kako sem?”. */
export const HOW_AM_I: Instrument = mustRead({ self, close, scoring });

/** Reads the files of an instrument. One that is wrong stops the product when it starts, and says why. */
function mustRead(files: InstrumentFiles): Instrument {
	const read = readInstrument(files);
	if ('faults' in read) throw new Error(['The questionnaire cannot be read.', ...read.faults].join('\n'));
	return read.instrument;
}
