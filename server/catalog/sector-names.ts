import type { Unit } from '#domain/catalog/catalog.ts';

/** Where a unit stands, with the words its name is made of. */
export interface Place {
  readonly level: Unit['level'];
  /** 江西省, 南昌市, 东湖区, 赣江新区 */
  readonly name: string;
  /** The city of a county; the own name elsewhere. */
  readonly city: string;
  /** Name without 市, 县 or 区. */
  readonly stem: string;
  /** What a local organ's name begins with: 南昌市东湖区, 南昌县, 瑞金市. */
  readonly prefix: string;
}

/** How the units of one sector are called. */
export interface SectorNames {
  readonly sector: string;
  readonly kind: Unit['kind'];
  /** Middle of the 机关代字: 赣〈市监〉. */
  readonly short: string;
  readonly phone: string;
  /** Full name at a place, null where the sector has no unit there. */
  readonly at: (place: Place) => string | null;
}

/** 江西省…厅 at the province, …局 below. */
function bureau(province: string | null, local: string, county = local): SectorNames['at'] {
  return (place) => {
    if (place.level === 'province') return province && `江西省${province}`;
    return place.prefix + (place.level === 'county' ? county : local);
  };
}

function court(place: Place): string | null {
  if (place.level === 'province') return '江西省高级人民法院';
  if (place.level === 'new-area') return null;
  return `${place.prefix}${place.level === 'city' ? '中级' : ''}人民法院`;
}

function tax(place: Place): string {
  return `国家税务总局${place.level === 'county' ? place.prefix : place.name}税务局`;
}

/** County bureaus of the environment belong to the city: 赣州市瑞金生态环境局. */
function ecology(place: Place): string {
  if (place.level === 'province') return '江西省生态环境厅';
  return place.level === 'county' ? `${place.city}${place.stem}生态环境局` : `${place.name}生态环境局`;
}

function fire(place: Place): string {
  if (place.level === 'province') return '江西省消防救援总队';
  return `${place.prefix}消防救援${place.level === 'county' ? '大队' : '支队'}`;
}

function reform(place: Place): string {
  return place.level === 'new-area' ? '赣江新区经济发展局' : `${place.prefix}发展和改革委员会`;
}

const provinceOnly =
  (name: string): SectorNames['at'] =>
  (place) =>
    place.level === 'province' ? name : null;

/** Hotline of the local government: the area code goes before it. */
const hotline = '12345';

function authority(sector: string, short: string, at: SectorNames['at'], phone = hotline): SectorNames {
  return { sector, kind: 'authority', short, at, phone };
}

/** The 13 units of 附件1 with their counterparts, the departments whose penalties other-penalty covers, and the windows. */
export const sectorNames: readonly SectorNames[] = [
  { sector: 'ndrc', kind: 'lead', short: '发改', phone: hotline, at: reform },
  { sector: 'gov-service', kind: 'lead', short: '政务', phone: hotline, at: provinceOnly('江西省政务服务管理办公室') },
  authority('market', '市监', bureau('市场监督管理局', '市场监督管理局'), '12315'),
  authority('tax', '税', tax, '12366'),
  authority('court', '法', court, '12368'),
  authority('customs', '关', provinceOnly('南昌海关'), '12360'),
  authority('hrss', '人社', bureau('人力资源和社会保障厅', '人力资源和社会保障局'), '12333'),
  authority('civil', '民', bureau('民政厅', '民政局')),
  authority('agri', '农', bureau('农业农村厅', '农业农村局')),
  authority('stats', '统', bureau('统计局', '统计局')),
  authority('culture', '文旅', bureau('文化和旅游厅', '文化广电旅游局')),
  authority('emergency', '应急', bureau('应急管理厅', '应急管理局')),
  authority('transport', '交', bureau('交通运输厅', '交通运输局'), '12328'),
  authority('drug', '药监', provinceOnly('江西省药品监督管理局'), '12315'),
  authority('ecology', '环', ecology),
  authority('housing', '建', bureau('住房和城乡建设厅', '住房和城乡建设局')),
  authority('health', '卫', bureau('卫生健康委员会', '卫生健康委员会')),
  authority('urban', '城管', bureau(null, '城市管理局')),
  authority('fire', '消', fire),
  authority('education', '教', bureau('教育厅', '教育局', '教育体育局')),
  authority('natural-resources', '自然资', bureau('自然资源厅', '自然资源局')),
  authority('water', '水', bureau('水利厅', '水利局')),
  authority('police', '公', bureau('公安厅', '公安局')),
  {
    sector: 'window',
    kind: 'window',
    short: '综窗',
    phone: hotline,
    at: (place) => `${place.prefix}政务服务中心综合窗口`,
  },
];
