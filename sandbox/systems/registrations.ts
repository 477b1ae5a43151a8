import { demoSubjects } from '../../samples/demo-subjects.ts';
import { answer } from '../exchange/answer.ts';
import type { Door } from '../exchange/door.ts';

/** Offers GET /registrations/:identifier: what the registers say about the subjects of the samples; nothing about others. */
export function offerRegistrations(door: Door): void {
  door.ask('/registrations/:identifier', ({ params }) => {
    const found = Object.values(demoSubjects).find(
      (one) => one.identifierKind === 'uscc' && one.identifier === params.identifier,
    );
    if (!found) return answer({ registration: null });
    const { name, address } = found;
    const legalRep = 'legalRep' in found ? (found.legalRep ?? null) : null;
    return answer({ registration: { name, address, legalRep, registryOrgan: registryOf(found.kind, address) } });
  });
}

/** Companies and traders are registered with the county's market authority, social organisations with civil affairs. */
function registryOf(kind: string, address: string): string {
  const region = /^(\S+?市)?(\S+?[区县])/.exec(address)?.[0] ?? '江西省';
  return kind === 'organisation' && address.includes('红谷滩') ? '江西省民政厅' : `${region}市场监督管理局`;
}
