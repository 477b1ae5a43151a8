import { allEndpoints } from './all-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { Problem } from './wire.ts';

type Json = Record<string, unknown>;

const callerWords: Readonly<Record<string, string>> = {
  guest: '任何人',
  applicant: '申请人',
  officer: '认定单位经办人',
  'window-clerk': '窗口人员',
  supervisor: '督办人员',
  reviewer: '审核人',
  head: '单位负责人',
  'catalog-keeper': '目录管理员',
  operator: '数据管理员',
};

/** Schemas are JSON Schema 2020-12 already, which is what OpenAPI 3.1 takes; only non-enumerable marks are dropped by the copy. */
const plain = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json;

function parametersOf(endpoint: Endpoint): Json[] {
  const list = (schema: Endpoint['params'], where: 'path' | 'query') =>
    Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || (schema?.required as string[] | undefined)?.includes(name) === true,
      schema: plain(property),
    }));
  return [...list(endpoint.params, 'path'), ...list(endpoint.query, 'query')];
}

function bodyOf(endpoint: Endpoint): Json | undefined {
  if (endpoint.upload) {
    const fields = endpoint.body ? plain(endpoint.body) : { type: 'object', properties: {} };
    const properties = {
      ...(fields.properties as Json),
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
    };
    const required = [...((fields.required as string[] | undefined) ?? []), 'file'];
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties, required } } } };
  }
  if (endpoint.form)
    return {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: endpoint.body ? plain(endpoint.body) : {} } },
    };
  if (endpoint.octets) return { required: true, content: { 'application/octet-stream': { schema: {} } } };
  return endpoint.body
    ? { required: true, content: { 'application/json': { schema: plain(endpoint.body) } } }
    : undefined;
}

function repliesOf(endpoint: Endpoint): Json {
  const problem = {
    description: '说明原因的错误',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const success =
    endpoint.replyKind === 'redirect'
      ? { '303': { description: '转到别的页面' } }
      : endpoint.replyKind === 'file'
        ? {
            '200': {
              description: '文件',
              content: { [(endpoint.fileType ?? 'application/octet-stream').split(';')[0]!]: { schema: {} } },
            },
          }
        : {
            [String(endpoint.status ?? 200)]: {
              description: '成功',
              content: { 'application/json': { schema: plain(endpoint.reply) } },
            },
          };
  return { ...success, default: problem };
}

function operationOf(endpoint: Endpoint): Json {
  const body = bodyOf(endpoint);
  const open = endpoint.by.includes('guest');
  return {
    operationId: endpoint.name,
    tags: [endpoint.module],
    summary: endpoint.summary,
    description: `可以调用的人：${endpoint.by.map((one) => callerWords[one]).join('、')}。`,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: body } : {}),
    responses: repliesOf(endpoint),
    security: open ? [] : [{ session: [] }],
  };
}

/** The OpenAPI 3.1 document of the whole API, made from the contract. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of allEndpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '信用修复一件事',
      version: '1.0.0',
      description: '江西省信用修复统一办理平台的接口。错误一律为 application/problem+json（RFC 9457），文字为中文。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(allEndpoints.map((one) => one.module))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'credit_repair' } },
    },
  };
}
