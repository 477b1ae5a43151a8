import { makeUscc } from '#domain/uscc.ts';

/** Organs named in the samples: real names of units (so that routing finds them), invented codes with right check digits. */
const NAMES = [
  '南昌市东湖区市场监督管理局',
  '南昌市市场监督管理局',
  '赣州市章贡区市场监督管理局',
  '九江市浔阳区市场监督管理局',
  '江西省市场监督管理局',
  '江西省药品监督管理局',
  '国家税务总局南昌市税务局',
  '国家税务总局江西省税务局',
  '南昌市东湖区人民法院',
  '南昌海关',
  '南昌市人力资源和社会保障局',
  '赣州市人力资源和社会保障局',
  '江西省民政厅',
  '江西省农业农村厅',
  '南昌市统计局',
  '江西省统计局',
  '南昌市文化广电旅游局',
  '南昌市应急管理局',
  '赣州市应急管理局',
  '九江市交通运输局',
  '南昌市交通运输局',
  '江西省交通运输厅',
] as const;

/** Name of an organ in the samples. */
export type SampleOrgan = (typeof NAMES)[number];

const CODES = new Map<string, string>(
  NAMES.map((name, index) => [name, makeUscc(`11360000MBEXAMP${String(index + 10)}`) ?? '']),
);

/** The invented code of an organ of the samples. */
export function organCode(name: string): string {
  return CODES.get(name) ?? '';
}
