import type { DemoOrganisation } from './organisations.ts';
export async function loadClients(_loaded: ReadonlyMap<string, DemoOrganisation>, _now: Date): Promise<number> { return 0; }
