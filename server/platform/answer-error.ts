import type { FastifyReply, FastifyRequest } from 'fastify';

const databaseAway = { status: 503, code: 'database-away', text: '系统正在恢复，请过一会儿再试。' };
const knownErrors: Readonly<Record<string, { status: number; code: string; text: string }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'malformed-json', text: '请求内容不是正确的 JSON。' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'malformed-json', text: '请求内容是空的。' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media-type',
    text: '不接受这种内容类型，请用 application/json。',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'too-large', text: '请求内容太大。' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 414, code: 'address-too-long', text: '地址太长，无法处理。' },
  FST_ERR_BAD_URL: { status: 400, code: 'malformed-address', text: '地址的写法有误，无法处理。' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'malformed-request', text: '请求的长度与内容不符。' },
  // The database is being started again, or its connection was just lost (SQLSTATE 57P0x).
  ECONNREFUSED: databaseAway,
  ECONNRESET: databaseAway,
  '57P01': databaseAway,
  '57P02': databaseAway,
  '57P03': databaseAway,
};

/** Answers what was thrown: mistakes of the caller in a sentence, everything else as a bug with a number to ask about. */
export function answerError(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known =
    knownErrors[error.code ?? ''] ??
    (error.statusCode === 429
      ? { status: 429, code: 'too-many-requests', text: '操作太频繁，请一分钟后再试。' }
      : error.statusCode && error.statusCode < 500
        ? { status: error.statusCode, code: 'malformed-request', text: '请求有误，无法处理。' }
        : null);
  const status = known?.status ?? 500;
  if (status >= 500) request.log.error({ err: error, correlation: request.id }, 'unexpected error');
  const problem = {
    type: `urn:credit-repair:problem:${known?.code ?? 'internal'}`,
    title: status === 503 ? '系统暂时不可用' : known ? '请求有误' : '系统出错',
    status,
    code: known?.code ?? 'internal',
    detail: known?.text ?? '系统出了问题，您填写的内容没有丢失，请稍后再试。如仍不行，请把下面的编号告诉工作人员。',
    correlation: request.id,
  };
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
