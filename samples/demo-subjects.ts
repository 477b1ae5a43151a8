import { makeCitizenId } from '#domain/citizen-id.ts';
import { makeUscc } from '#domain/uscc.ts';
import type { SubjectType } from '#law/matter-keys.ts';

/** A subject of the demonstration. All are invented; check digits are right, so that they pass like real ones. */
export interface DemoSubject {
  readonly kind: SubjectType;
  readonly name: string;
  readonly identifierKind: 'uscc' | 'citizen-id';
  readonly identifier: string;
  readonly legalRep?: string;
  readonly address: string;
}

function organisation(name: string, body17: string, legalRep: string, address: string): DemoSubject {
  const kind = body17.startsWith('92') ? 'sole-trader' : 'organisation';
  return { kind, name, identifierKind: 'uscc', identifier: makeUscc(body17) ?? '', legalRep, address };
}

/** The subjects by the names scripts call them. `restaurant` carries the records of the main journey. */
export const demoSubjects = {
  restaurant: organisation('南昌示例餐饮管理有限公司', '91360102MAEXAMP01', '示例甲', '南昌市东湖区示例路1号'),
  materials: organisation('赣州样例建材有限公司', '91360702MAEXAMP02', '示例乙', '赣州市章贡区样例路2号'),
  haulier: organisation('九江示范运输有限公司', '91360403MAEXAMP03', '示例丙', '九江市浔阳区示范路3号'),
  snackShop: organisation('南昌市东湖区示例小吃店', '92360102MAEXAMP04', '示例丁', '南昌市东湖区示例路4号'),
  farmShop: organisation('上饶虚构农资有限公司', '91361102MAEXAMP05', '示例戊', '上饶市信州区虚构路5号'),
  charity: organisation('江西虚构公益服务中心', '52360000MAEXAMP06', '示例己', '南昌市红谷滩区虚构路6号'),
  person: {
    kind: 'person',
    name: '示例庚',
    identifierKind: 'citizen-id',
    // 360100 is nobody's region: ID numbers carry a county's code.
    identifier: makeCitizenId('36010019900101000') ?? '',
    address: '南昌市东湖区示例路7号',
  },
} as const satisfies Record<string, DemoSubject>;
