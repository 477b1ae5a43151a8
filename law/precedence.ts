/** Which text prevails where two speak of the same thing: what 立法法 and the rules themselves say, and what the software infers. */
import { dated } from './dated.ts';
import { type LawTopic, topic } from './law-topic.ts';
import { administrativeEntries, creditChinaEntries, marketEntries } from './tracks.ts';

interface Said {
  readonly text: string;
}

export const sameMaker = dated<Said>({
  from: '2025-12-25',
  value: {
    text: '107号与45号、44号、101号修订的三个办法不一致处按107号：同一机关新的规定优先；107号没有写的（公示起算、列入、异议）仍按原办法',
  },
  cite: ['lfl23:103', 'samr107:31'],
  sure: 'D',
  note: '107号没有废止条款；新的一般规定与旧的特别规定不一致的由制定机关裁决（立法法第一百零六条），逐点待省市场监管局确认。',
});

export const equalRank = dated<Said>({
  from: '2026-04-01',
  value: {
    text: '36号与税务、人社、民政、统计、文旅、应急的规章效力同等，互不优先；不一致的由国务院裁决，本平台并列两个期限，之间由认定单位决定',
  },
  cite: ['lfl23:102', 'lfl23:106.1', 'ndrc36:5.2'],
  sure: 'V',
  note: '效力同等和裁决是条文；并列两个期限是本平台的做法。',
});

export const sectorClasses = dated<Said>({
  from: '2026-04-01',
  value: {
    text: '分类以行业主管部门在“信用中国”发布的标准为准，没有标准的按第八条至第十条；公示期另有规定的只看法律、行政法规',
  },
  cite: ['ndrc36:11', 'ndrc36:12.3'],
  sure: 'V',
});

export const listBasis = dated<Said>({
  from: '2026-04-01',
  value: {
    text: '严重失信主体名单只能以法律、法规或者党中央、国务院政策文件为依据；不可修复的情形同样只能由这些文件规定，部门规章不能规定',
  },
  cite: ['ndrc36:4.2', 'ndrc36:2'],
  sure: 'V',
});

export const noRetroaction = dated<Said>(
  {
    from: '2023-03-15',
    value: { text: '规章不溯及既往，为了更好地保护权利和利益而作的特别规定除外' },
    cite: ['lfl23:104'],
    sure: 'V',
  },
  {
    from: '2025-05-20',
    value: {
      text: '规章不溯及既往，为了更好地保护权利和利益而作的特别规定除外；36号、107号没有衔接条款，施行前认定的信息两种办法都算，旧办法更有利的标为需要确认',
    },
    cite: ['lfl23:104', 'pep:45.2'],
    sure: 'V',
    note: '不溯及既往是条文；两种都算是本平台的做法。',
  },
);

const say = (value: Said) => value.text;

export const precedenceTopics: readonly LawTopic[] = [
  topic('哪个规定优先', '市场监管总局新旧规章', sameMaker, say, marketEntries),
  topic('哪个规定优先', '36号与行业规章', equalRank, say, [
    'tax-serious',
    'wage-arrears',
    'charity-serious',
    'statistics-serious',
    'culture-tourism',
    'work-safety',
  ]),
  topic('哪个规定优先', '分类标准和公示期', sectorClasses, say, creditChinaEntries),
  topic('哪个规定优先', '名单和不可修复的依据', listBasis, say, creditChinaEntries),
  topic('哪个规定优先', '施行前认定的信息', noRetroaction, say, administrativeEntries),
];
