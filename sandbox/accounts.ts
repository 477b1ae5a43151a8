import { makeCitizenId } from '#domain/citizen-id.ts';
import { type DemoSubject, demoSubjects } from '../samples/demo-subjects.ts';

/** Somebody a person may act for. */
export interface AccountEnterprise {
  readonly uscc: string;
  readonly name: string;
  readonly role: '法定代表人' | '经办人';
}

/** An account of the identity service. All invented; the passwords are shown on the login page. */
export interface DemoAccount {
  readonly sub: string;
  /** Mobile number of a person, USCC of an enterprise. */
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly userType: 'person' | 'enterprise';
  /** Citizen id or USCC. */
  readonly identifier: string;
  readonly phone: string;
  /** 实名等级: high is needed to sign and submit. */
  readonly loa: 'high' | 'basic';
  readonly enterprises: readonly AccountEnterprise[];
}

const { restaurant, materials, haulier, snackShop, farmShop, charity, person } = demoSubjects;

/**
 * The accounts of the demonstration: owners, an agent for several companies, a citizen with a record of his own,
 * somebody not fully verified, and one account for each organisation of the samples.
 */
export const demoAccounts: readonly DemoAccount[] = [
  personAccount(1, '示例甲', citizenId(1), [actsFor(restaurant, '法定代表人'), actsFor(haulier, '经办人')]),
  personAccount(2, '示例丁', citizenId(2), [actsFor(snackShop, '法定代表人')]),
  personAccount(
    3,
    '示例壬',
    citizenId(3),
    [restaurant, materials, haulier, farmShop, charity].map((subject) => actsFor(subject, '经办人')),
  ),
  personAccount(4, person.name, person.identifier),
  personAccount(5, '示例辛', citizenId(5), [actsFor(restaurant, '经办人')], 'basic'),
  // Nobody's yet: whom an enterprise may authorise.
  personAccount(6, '示例庚', citizenId(6), [], 'basic'),
  ...[restaurant, materials, haulier, snackShop, farmShop, charity].map((subject, index) =>
    enterpriseAccount(index + 1, subject),
  ),
];

function personAccount(
  number: number,
  name: string,
  identifier: string,
  enterprises: readonly AccountEnterprise[] = [],
  loa: DemoAccount['loa'] = 'high',
): DemoAccount {
  const phone = `139${String(number).padStart(8, '0')}`;
  const [sub, password] = [`jx-person-${twoDigits(number)}`, `Demo-2026-${twoDigits(number)}`];
  return { sub, username: phone, password, name, userType: 'person', identifier, phone, loa, enterprises };
}

function enterpriseAccount(number: number, { name, identifier }: DemoSubject): DemoAccount {
  const [sub, password] = [`jx-enterprise-${twoDigits(number)}`, `Demo-2026-${number + 10}`];
  const phone = `138${String(number).padStart(8, '0')}`;
  return {
    sub,
    username: identifier,
    password,
    name,
    userType: 'enterprise',
    identifier,
    phone,
    loa: 'high',
    enterprises: [],
  };
}

function actsFor({ identifier, name }: DemoSubject, role: AccountEnterprise['role']): AccountEnterprise {
  return { uscc: identifier, name, role };
}

/** An id that nobody has: the city's own code is given to no citizen. */
function citizenId(number: number): string {
  return makeCitizenId(`3601001980010${number}${twoDigits(number)}0`) ?? '';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
