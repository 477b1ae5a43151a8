import type { Region } from '#domain/catalog/catalog.ts';

export const provinceCode = '360000';

/** 赣江新区 is no region of GB/T 2260: its code is invented here, and this is the one place that holds it. */
export const newAreaCode = '369900';

/** City prefix, city, and its counties as two digits with the name. GB/T 2260: 11 cities; 27 districts, 12 county-level cities, 61 counties. */
const cities: readonly (readonly [prefix: string, name: string, counties: string])[] = [
  ['3601', '南昌市', '02东湖区 03西湖区 04青云谱区 11青山湖区 12新建区 13红谷滩区 21南昌县 23安义县 24进贤县'],
  ['3602', '景德镇市', '02昌江区 03珠山区 22浮梁县 81乐平市'],
  ['3603', '萍乡市', '02安源区 13湘东区 21莲花县 22上栗县 23芦溪县'],
  [
    '3604',
    '九江市',
    '02濂溪区 03浔阳区 04柴桑区 23武宁县 24修水县 25永修县 26德安县 28都昌县 29湖口县 30彭泽县 81瑞昌市 82共青城市 83庐山市',
  ],
  ['3605', '新余市', '02渝水区 21分宜县'],
  ['3606', '鹰潭市', '02月湖区 03余江区 81贵溪市'],
  [
    '3607',
    '赣州市',
    '02章贡区 03南康区 04赣县区 22信丰县 23大余县 24上犹县 25崇义县 26安远县 28定南县 29全南县 30宁都县 31于都县 32兴国县 33会昌县 34寻乌县 35石城县 81瑞金市 83龙南市',
  ],
  [
    '3608',
    '吉安市',
    '02吉州区 03青原区 21吉安县 22吉水县 23峡江县 24新干县 25永丰县 26泰和县 27遂川县 28万安县 29安福县 30永新县 81井冈山市',
  ],
  ['3609', '宜春市', '02袁州区 21奉新县 22万载县 23上高县 24宜丰县 25靖安县 26铜鼓县 81丰城市 82樟树市 83高安市'],
  [
    '3610',
    '抚州市',
    '02临川区 03东乡区 21南城县 22黎川县 23南丰县 24崇仁县 25乐安县 26宜黄县 27金溪县 28资溪县 30广昌县',
  ],
  [
    '3611',
    '上饶市',
    '02信州区 03广丰区 04广信区 23玉山县 24铅山县 25横峰县 26弋阳县 27余干县 28鄱阳县 29万年县 30婺源县 81德兴市',
  ],
];

function citiesAndCounties(): Region[] {
  return cities.flatMap(([prefix, name, counties]) => {
    const city = `${prefix}00`;
    return [
      { code: city, name, level: 'city' as const, parent: provinceCode, placeholder: false },
      ...counties.split(' ').map((county) => ({
        code: prefix + county.slice(0, 2),
        name: county.slice(2),
        level: 'county' as const,
        parent: city,
        placeholder: false,
      })),
    ];
  });
}

/** The 113 regions of the province: itself, its cities and counties, 赣江新区. */
export const jiangxiRegions: readonly Region[] = [
  { code: provinceCode, name: '江西省', level: 'province', parent: null, placeholder: false },
  ...citiesAndCounties(),
  { code: newAreaCode, name: '赣江新区', level: 'new-area', parent: provinceCode, placeholder: true },
];
