import { createHmac } from 'node:crypto';
import type { VisitView } from '#contract/window.ts';
import type { PersonChecked, WindowVisit } from '#contract/window-visit.ts';
import { authorisationWays, documentKinds, identityWays, visitorRelations } from '#domain/intake/window-visit.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { maskIdentifier } from '../../access/mask.ts';

/** A person of a visit as it is kept: no full number, but a keyed digest, so that the same person can be told again (个人信息保护法第六条). */
export interface PersonKept extends Omit<PersonChecked, 'documentNumber'> {
  readonly maskedNumber: string;
  readonly numberDigest: string;
}

export interface VisitKept {
  readonly persons: readonly PersonKept[];
}

/** What is kept of who was at the counter. `secret` is the platform's. */
export function keepVisit(secret: string, visit: WindowVisit): VisitKept {
  return {
    persons: visit.persons.map(({ documentNumber, ...person }) => {
      const number = normaliseCode(documentNumber);
      return {
        ...person,
        maskedNumber: maskIdentifier('person', number),
        numberDigest: createHmac('sha256', secret).update(`visitor:${person.document}:${number}`).digest('hex'),
      };
    }),
  };
}

/** `居民身份证 3601************17`; null where none was noted. */
export function documentText(kind: string | undefined, number: string | undefined): string | null {
  const name = kind ? documentKinds[kind as keyof typeof documentKinds] : undefined;
  if (!name) return null;
  return number ? `${name} ${maskIdentifier('person', normaliseCode(number))}` : name;
}

export function personView(person: PersonKept): VisitView['persons'][number] {
  const { authorisation } = person;
  const note = authorisation?.note.trim();
  return {
    relationText: visitorRelations[person.relation],
    name: person.name,
    documentText: `${documentKinds[person.document]} ${person.maskedNumber}`,
    wayText: identityWays[person.way],
    authorisationText: authorisation ? `${authorisationWays[authorisation.way]}${note ? `：${note}` : ''}` : null,
  };
}
