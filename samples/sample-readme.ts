import { demoSubjects } from './demo-subjects.ts';
import { faultyRows } from './faulty-rows.ts';

/** The README's tables are made from the same lists as the files. */
export function sampleReadme(): string {
  const subjects = Object.values(demoSubjects).map((one) => `| ${one.name} | ${one.identifier} |`);
  const errors = faultyRows.map((row, index) => {
    const result = row.expected === 'accepted' ? (row.field === undefined ? '导入' : '导入，有提醒') : '不导入';
    return `| ${index + 3} | ${row.about} | ${result} | ${row.field ?? ''} | ${row.says === undefined ? '' : `…${row.says}…`} |`;
  });
  return [
    '# 样例文件',
    '',
    '由 `tools/make-samples.ts` 生成。主体全部虚构，代码、证件号码的校验码有效；机关名称为真实单位名称，机关代码虚构。',
    '',
    '| 文件 | 内容 |',
    '|---|---|',
    '| penalties-two-sheets.xlsx | 双公示行政处罚，中文表头在标题行下，法人、自然人两张表，附加公示日期、裁量档次等列 |',
    '| penalties-cf-codes.csv | 同一模板，`CF_*` 代码表头，UTF-8（带 BOM），日期有六种写法，没有附加列 |',
    '| penalties-old-header-gb18030.csv | 2015—2017 年的旧表头，GB18030 编码 |',
    '| lists-all-matters.xlsx | 经营异常名录、严重失信主体名单、失信被执行人，三张表，覆盖附件 3 除行政处罚外的全部事项 |',
    '| list-overloading.csv | 超限超载名单，分号分隔 |',
    '| with-errors.xlsx | 有意放入错误，见下表 |',
    '',
    '大文件不入库，用 `node tools/make-samples.ts --rows 100000 --out 文件名.csv`（或 `.xlsx`）生成。',
    '',
    '## 演示主体',
    '',
    '| 名称 | 统一社会信用代码或证件号码 |',
    '|---|---|',
    ...subjects,
    '',
    '## with-errors.xlsx 应有的导入报告',
    '',
    '| 行 | 放入的情形 | 结果 | 报告的列 | 报告的话 |',
    '|---|---|---|---|---|',
    ...errors,
    '',
  ].join('\n');
}
