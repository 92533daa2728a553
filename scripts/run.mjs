// Runs one of the project's own programs on the Node it needs, after installing what the lock file names:
// node scripts/run.mjs scripts/check.ts …
import { handOver, install, modernNode } from './bootstrap.mjs';

install((line) => console.log(`  ${line}`));
handOver(modernNode(), process.argv.slice(2));
