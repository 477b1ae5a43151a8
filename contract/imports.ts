import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, noJson, nullable, oneOf, text, uuid } from './wire.ts';

export const ImportView = Type.Object({
  importId: uuid('导入批次'),
  fileName: Type.String(),
  template: nullable(Type.String()),
  state: oneOf('状态', ['waiting', 'running', 'done', 'failed'] as const),
  uploadedBy: Type.String(),
  createdAt: instant('时间'),
  finishedAt: nullable(instant('时间')),
  bytesTotal: Type.Integer(),
  bytesRead: Type.Integer(),
  rowsRead: Type.Integer(),
  accepted: Type.Integer(),
  updated: Type.Integer(),
  duplicate: Type.Integer(),
  rejected: Type.Integer(),
  failure: nullable(Type.Object({ code: Type.String(), text: Type.String() })),
});
export type ImportView = Static<typeof ImportView>;
export const startImport = endpoint({
  name: 'startImport',
  module: 'record',
  method: 'POST',
  path: '/api/v1/imports',
  summary: '上传失信信息文件（XLSX、CSV）',
  by: ['officer', 'operator'],
  upload: true,
  status: 202,
  body: Type.Object({
    overrideCheckDigit: Type.Optional(Type.String()),
    overrideReason: Type.Optional(text('放行理由', 500)),
  }),
  reply: ImportView,
});
export const listImports = endpoint({
  name: 'listImports',
  module: 'record',
  method: 'GET',
  path: '/api/v1/imports',
  summary: '导入批次',
  by: ['officer', 'operator'],
  reply: Type.Object({ imports: Type.Array(ImportView) }),
});
const importParams = Type.Object({ importId: uuid('导入批次') });
export const getImport = endpoint({
  name: 'getImport',
  module: 'record',
  method: 'GET',
  path: '/api/v1/imports/:importId',
  summary: '导入进度和结果',
  by: ['officer', 'operator'],
  params: importParams,
  reply: ImportView,
});
export const ImportRow = Type.Object({
  sheet: Type.String(),
  rowNo: Type.Integer(),
  outcome: oneOf('结果', ['accepted', 'updated', 'duplicate', 'rejected'] as const),
  faults: Type.Array(Type.Object({ field: Type.String(), text: Type.String() })),
  warnings: Type.Array(Type.Object({ field: Type.String(), text: Type.String() })),
});
export const listImportRows = endpoint({
  name: 'listImportRows',
  module: 'record',
  method: 'GET',
  path: '/api/v1/imports/:importId/rows',
  summary: '导入的逐行报告',
  by: ['officer', 'operator'],
  params: importParams,
  query: Type.Object({
    outcome: Type.Optional(oneOf('结果', ['accepted', 'updated', 'duplicate', 'rejected'] as const)),
    after: Type.Optional(text('续页', 200)),
  }),
  reply: Type.Object({ rows: Type.Array(ImportRow), next: nullable(Type.String()) }),
});
export const downloadImportReport = endpoint({
  name: 'downloadImportReport',
  module: 'record',
  method: 'GET',
  path: '/api/v1/imports/:importId/report',
  summary: '下载逐行报告（CSV）',
  by: ['officer', 'operator'],
  params: importParams,
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/csv; charset=utf-8',
});
