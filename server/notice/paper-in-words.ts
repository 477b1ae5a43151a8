import type { PaperPart } from '#contract/decision-preview.ts';
import type { PaperReason } from '#contract/paper-parts.ts';
import { formatChinese } from '#domain/plain-date.ts';
import type { PaperContent } from '../catalog/order-paper.ts';

const part = (heading: string, lines: readonly string[], fixed: boolean): PaperPart[] =>
  lines.length === 0 ? [] : [{ heading, lines: [...lines], fixed }];

const paragraphs = (text: string | undefined): string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '');

function reasonLine({ text, met, evidence, citeText }: PaperReason): string {
  const found = met === undefined ? '' : met ? '（符合）' : '（不符合）';
  return `${text}${found}${evidence ? `。依据：${evidence}` : ''}${citeText ? `（${citeText}）` : ''}`;
}

/** The parts of a paper about an item, in its order: what the template prints around them is the same for every paper. */
export function partsOf(content: PaperContent): PaperPart[] {
  switch (content.kind) {
    case 'acceptance-notice':
      return [
        ...about(content),
        ...part('办理期限', [`${content.limitText}，应于${formatChinese(content.dueOn)}前作出决定`], true),
        ...part(
          '收到的材料',
          content.materials.map((one) => `${one.name}${one.source ? `（${one.source}）` : ''}`),
          true,
        ),
      ];
    case 'decline-notice':
      return [
        ...about(content),
        ...part('理由', content.reasons.map(reasonLine), false),
        ...part('以后怎么办', paragraphs(content.insteadText), true),
        ...part('救济途径', paragraphs(content.remedies), true),
      ];
    case 'correction-notice':
      return [
        ...about(content),
        ...part(
          '需要补正的内容',
          content.missing.map((one) => `${one.name}：${one.reason}`),
          false,
        ),
        ...part('什么时候以前', [`${formatChinese(content.respondBy)}（${content.respondByText ?? ''}）`], true),
        ...part('没有补齐的', paragraphs(content.otherwiseText), true),
      ];
    case 'extension-notice':
      return [
        ...about(content),
        ...part('理由', [content.reason], false),
        ...part(
          '期限',
          [`延长${content.extensionText}：由${formatChinese(content.dueBefore)}延长到${formatChinese(content.dueOn)}`],
          true,
        ),
      ];
    case 'grant-decision':
    case 'removal-decision':
      return [
        ...about(content),
        ...part('经查明', paragraphs(content.foundText), false),
        ...part('经审查', content.conditions.map(reasonLine), false),
        ...part(
          '修复的效果',
          content.effects.map((one) => one.text),
          true,
        ),
        ...part('说明', paragraphs(content.notes), true),
      ];
    case 'refusal-decision':
      return [
        ...about(content),
        ...part('经查明', paragraphs(content.foundText), false),
        ...part('理由', content.reasons.map(reasonLine), false),
        ...part('以后怎么办', paragraphs(content.insteadText), true),
        ...part('救济途径', paragraphs(content.remedies), true),
      ];
    case 'revocation-decision':
      return [
        ...about(content),
        ...part('撤销的决定', [content.grantDocNumber], true),
        ...part('经查明', [...content.reasons.map(reasonLine), ...paragraphs(content.heardText)], false),
        ...part('撤销的后果', content.consequences.map(reasonLine), true),
        ...part('救济途径', paragraphs(content.remedies), true),
      ];
    default:
      return [];
  }
}

type AboutItem = Extract<PaperContent, { readonly kind: 'grant-decision' | 'refusal-decision' | 'acceptance-notice' }>;

function about(content: Pick<AboutItem, 'subject' | 'item' | 'record' | 'basis'>): PaperPart[] {
  const { subject, item, record, basis } = content;
  return [
    ...part(
      '当事人和事项',
      [
        `${subject.name}（${subject.identifierLabel ?? '统一社会信用代码'}：${subject.identifier}）`,
        `${item.matterName}，办件 ${item.number}`,
        `${record.organName}${formatChinese(record.findingDate)}${record.docNumber}`,
      ],
      true,
    ),
    ...part('依据', basis, true),
  ];
}
