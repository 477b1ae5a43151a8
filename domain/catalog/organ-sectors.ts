/**
 * Words by which the name of a deciding organ shows its field, former names included: decisions of 2017 are still shown in 2026.
 * The first that fits wins, so that the narrower stands first.
 */
const sectorWords: readonly (readonly [sector: string, words: RegExp])[] = [
  ['court', /人民法院/],
  ['customs', /海关/],
  ['tax', /(国家税务|地方税务|税务)(总局|局|分局|所|稽查局)/],
  ['culture', /文化(和|与|广电|广播|市场|新闻|旅游|局|体育)|旅游(发展|局)|文广新|文旅局/],
  ['emergency', /应急管理|安全生产监督|安全监管局|安监局/],
  ['fire', /消防(救援)?(总队|支队|大队|局)/],
  ['transport', /交通运输|交通(局|厅)|运输管理|公路管理|路政/],
  ['hrss', /人力资源|劳动(和社会)?保障|人社局/],
  ['agri', /农业|农牧|畜牧|兽医|农村局/],
  ['stats', /统计局|调查(总|大)?队/],
  ['civil', /民政/],
  ['ecology', /生态环境|环境保护|环保局/],
  ['urban', /城市管理|城管|城市综合执法/],
  ['housing', /住房|城乡建设|城乡规划建设|建设局|房产管理|房地产管理/],
  ['health', /卫生(健康|和计划生育|和人口|局|厅|计生|监督)|卫健委/],
  ['education', /教育/],
  ['natural-resources', /自然资源|国土资源|林业/],
  ['water', /水利|水务/],
  ['police', /公安/],
  ['ndrc', /发展(和|与)?改革|发改委|经济发展局/],
  ['gov-service', /政务服务(管理)?办/],
  ['drug', /药品监督管理局$/],
  ['market', /市场(和质量)?监督|市场监管|工商行政管理|工商局|质量技术监督|质监局|食品药品监督|知识产权局|药品监督/],
];

/** Organs whose own acts stand beside the local bureau of the same field: their name must be read whole, not by a word in it. */
const standsAlone = /铁路|军事|海事法院|互联网法院|调查(总|大)?队/;

/** The field an organ's name shows; undefined where none of the known words is in it. */
export function sectorOfName(name: string): string | undefined {
  if (standsAlone.test(name)) return undefined;
  return sectorWords.find(([, words]) => words.test(name))?.[0];
}

/** Places whose names changed while records that carry the old ones are still shown. */
const formerPlaces: readonly (readonly [former: RegExp, now: string])[] = [
  [/新建县/, '新建区'],
  [/湾里区/, '新建区'],
  [/九江县/, '柴桑区'],
  [/庐山区/, '濂溪区'],
  [/星子县/, '庐山市'],
  [/余江县/, '余江区'],
  [/南康市/, '南康区'],
  [/赣县(?!区)/, '赣县区'],
  [/龙南县/, '龙南市'],
  [/东乡县/, '东乡区'],
  [/广丰县/, '广丰区'],
  [/上饶县/, '广信区'],
];

/** Puts today's name of a place for its former one. */
export function renamePlaces(name: string): string {
  return formerPlaces.reduce((text, [former, now]) => text.replace(former, now), name);
}
