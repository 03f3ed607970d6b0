import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  explain,
  german,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import express from 'express';
import request from 'supertest';
import { AccessControl } from '../permissions/AccessControl';
import { createApiRouter } from './createApiRouter';

const listing = (title: string) => ({
  values: () => [{ control: { id: 'chg-99-test', title } }],
});

const app = express().use(
  createApiRouter({
    logger: mockServices.logger.mock(),
    onPage: () => () => {},
    ingest: {
      sources: new Map(),
      observer: { refused: jest.fn() },
    } as never,
    operations: {
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
      }),
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.user(),
      }),
      access: new AccessControl({
        permissions: mockServices.permissions({
          result: AuthorizeResult.ALLOW,
        }),
        list: async () => [],
        own: async () => [],
        rules: undefined as never,
      }),
      controls: listing('A test'),
    } as never,
    translated: [
      { sentences: explain(german), controls: listing('Ein Test') } as never,
    ],
  }),
);

const ask = (path: string, accepted?: string) => {
  const asked = request(app).get(path);
  return accepted === undefined
    ? asked
    : asked.set('Accept-Language', accepted);
};

describe('the language of an answer', () => {
  it.each([
    ['de', 'de', 'Ein Test'],
    ['de-AT,de;q=0.9,en;q=0.5', 'de', 'Ein Test'],
    ['en;q=0.5,de;q=0.4', 'en', 'A test'],
    ['fr', 'en', 'A test'],
    ['fr,de;q=0.1', 'de', 'Ein Test'],
    ['*', 'en', 'A test'],
    ['', 'en', 'A test'],
    [';;,q=', 'en', 'A test'],
    [undefined, 'en', 'A test'],
  ])('is the best that %s accepts: %s', async (accepted, tag, title) => {
    const { body, headers } = await ask('/controls', accepted);
    expect(body.items[0].title).toBe(title);
    expect(headers['content-language']).toBe(tag);
    expect(headers.vary).toBe('Accept-Language');
  });

  it('keeps caches apart', async () => {
    const english = await ask('/controls', 'en');
    const asked = request(app).get('/controls').set('Accept-Language', 'de');
    const { etag } = english.headers as { etag: string };
    const { status } = await asked.set('If-None-Match', etag);
    expect(status).toBe(200);
  });

  it('is that of errors too, with the same code', async () => {
    const { body } = await ask('/nowhere', 'de');
    expect(body.error.code).toBe('path-unknown');
    expect(body.error.message).toContain('Diesen Pfad gibt es nicht.');
    const english = await ask('/nowhere');
    expect(english.body.error.message).toContain('This path does not exist.');
  });

  it('is English for senders, whatever they accept', async () => {
    const { body } = await request(app)
      .post('/ingest/nothing')
      .set('Accept-Language', 'de');
    expect(body.error.message).toContain('No evidence source');
  });
});
