import type { Definition } from '#lib/programmes/definition.ts';
import { blizu } from './blizu.ts';
import { krizovaIntervence } from './krizova-intervence.ts';
import { osebnaPomoc } from './osebna-pomoc.ts';
import { pomocDruziniZaDom } from './pomoc-druzini-za-dom.ts';
import { prvaSocialnaPomoc } from './prva-socialna-pomoc.ts';
import { skupajZmoremo } from './skupaj-zmoremo.ts';

/** Every programme an organisation can begin with. */
export const TEMPLATES: readonly Definition[] = [
	blizu,
	prvaSocialnaPomoc,
	osebnaPomoc,
	pomocDruziniZaDom,
	skupajZmoremo,
	krizovaIntervence,
];
