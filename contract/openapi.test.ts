import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { allEndpoints } from './all-endpoints.ts';
import { openApiDocument } from './openapi.ts';

describe('OpenAPI document', () => {
  const document = openApiDocument('http://127.0.0.1:8080') as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  };

  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
  });

  test('has every endpoint of the contract once, each with a Chinese summary', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map((one) => one.operationId).sort()).toEqual(allEndpoints.map((one) => one.name).sort());
    for (const one of operations) expect(one.summary).toMatch(/[\u4e00-\u9fff]/);
  });

  test('names of endpoints and pairs of method and path are unique; all paths are below /api/v1, pages for other sites below /embed', () => {
    expect(new Set(allEndpoints.map((one) => one.name)).size).toBe(allEndpoints.length);
    expect(new Set(allEndpoints.map((one) => `${one.method} ${one.path}`)).size).toBe(allEndpoints.length);
    for (const one of allEndpoints) expect(one.path).toMatch(/^\/(api\/v1|embed)\//);
  });
});
