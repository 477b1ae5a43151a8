import { paperTitles } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { itemStates } from '#domain/item/states.ts';
import { systemName } from '../../casework/exchange-words.ts';
import { eventTitle } from '../../item/timeline.ts';
import { matterOf } from '../item-file.ts';
import type { Archive } from './read-archive.ts';

/** Metadata as a tree of Chinese names: one source for both forms of it. */
export type Metadata = { readonly [name: string]: string | null | Metadata | readonly Metadata[] };

/**
 * What the package says of its application. GB/T 42727-2023 asks for metadata of the matter, the applicant, the course and the result,
 * and of each file; the standard's own list of elements was not at hand, so the names are plain words and are mapped when a unit's
 * archive system names its own (docs/decisions/0021).
 */
export function archiveMetadata(archive: Archive, catalog: Catalog, made: { by: string; at: string }): Metadata {
  const { application, items, papers } = archive;
  const numberOf = new Map(items.map((item) => [item.itemId, item.number]));
  return {
    归档信息包: `${application.number}-${archive.closedOn.replaceAll('-', '')}`,
    形成单位: made.by,
    形成时间: made.at,
    保管期限: null,
    申请: {
      申请编号: application.number,
      申请人: application.form.name,
      申请人类型: kinds[application.form.subjectKind],
      提交日期: application.submitted_on,
      提交渠道: application.channel === 'window' ? '政务服务窗口' : '网上',
      收件窗口: application.window_unit_id && (catalog.units.get(application.window_unit_id)?.name ?? null),
      办结日期: archive.closedOn,
    },
    办件: items.map((item) => ({
      办件编号: item.number,
      事项: matterOf(catalog, item).name,
      办理单位: catalog.units.get(item.unitId)?.name ?? item.unitId,
      办理结果: itemStates[item.state].office,
      过程: archive.entries
        .filter((entry) => entry.item_id === item.itemId)
        .map((entry) => ({
          序号: String(entry.version),
          环节: eventTitle(entry.type as never),
          日期: String(entry.day),
          时间: String(entry.at),
          办理人: nameOf(entry.actor),
        })),
      外部回执: archive.exchanges
        .filter((one) => one.item_id === item.itemId)
        .map((one) => ({ 系统: systemName(one.system), 状态: one.state, 确认时间: one.confirmed_at })),
    })),
    文书: papers.map((paper) => ({
      题名: paper.title ?? paperTitles[paper.kind],
      文号: paper.doc_number,
      责任者: paper.organ_name,
      日期: paper.issued_on,
      办件编号: (paper.item_id && numberOf.get(paper.item_id)) ?? null,
      验证码: paper.verification_code,
      签章证书号: paper.seal_certificate,
      签章时间: paper.sealed_at,
    })),
  };
}

const kinds = { organisation: '法人及非法人组织', 'sole-trader': '个体工商户', person: '自然人' } as const;

function nameOf(actor: unknown): string | null {
  const name = (actor as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : null;
}

/** The same as XML 1.0, UTF-8; what XML cannot hold is left out. */
export function metadataXml(metadata: Metadata): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<归档元数据>\n${elements(metadata, '  ')}</归档元数据>\n`;
}

function elements(tree: Metadata, indent: string): string {
  return Object.entries(tree)
    .flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one) => element(name, one, indent)) : element(name, value as never, indent),
    )
    .join('');
}

function element(name: string, value: string | null | Metadata, indent: string): string {
  if (value === null) return `${indent}<${name}/>\n`;
  if (typeof value === 'string') return `${indent}<${name}>${escaped(value)}</${name}>\n`;
  return `${indent}<${name}>\n${elements(value, `${indent}  `)}${indent}</${name}>\n`;
}

const escaped = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
