import fs from 'node:fs';
import { WORKS } from './bench/works.ts';
const pid=fs.readFileSync('/tmp/wmserve.pid','utf8').trim();
const mem=()=>/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`,'utf8'))![1]!+' peak '+/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`,'utf8'))![1]!;
const cpu=()=>{const s=fs.readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' ');return ((+s[11]!)+(+s[12]!))*10};
console.log('start', mem());
for(const a of process.argv.slice(2)){const [n,k]=a.split(':');const w=WORKS.find(x=>x.name.includes(n!))!;
for(let i=0;i<+(k??1);i++){const c=cpu();const l=await w.run('http://localhost:4711',5000);console.log(n,l.perSecond.toFixed(0),'p99',l.p99Ms.toFixed(0),'cpu/req',((cpu()-c)/(l.perSecond*5)).toFixed(2),mem());}}
