import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { errorCodes } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import express from 'express';
import request from 'supertest';
import { AccessControl } from '../permissions/AccessControl';
import { createApiRouter } from './createApiRouter';

const reads = jest.fn();
const logger = mockServices.logger.mock();

function api(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const source = { id: 'github', receives: false };
  const router = createApiRouter({
    logger,
    onPage: () => () => {},
    ingest: {
      sources: new Map([['github', source]]),
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
        permissions: mockServices.permissions({ result }),
        list: async () => [],
        own: async () => [],
        rules: undefined as never,
      }),
      controls: { values: reads },
    } as never,
  });
  return request(express().use('/api/dora-compliance', router));
}

const base = '/api/dora-compliance';
const mode = process.env.NODE_ENV;

beforeEach(() => {
  jest.clearAllMocks();
  reads.mockReturnValue([]);
  // Where Backstage itself answers with stacks.
  process.env.NODE_ENV = 'development';
});
afterEach(() => {
  process.env.NODE_ENV = mode;
});

const describeResponse = ({ status, body, type }: request.Response) => ({
  status,
  type,
  body,
  hasStack: JSON.stringify(body).includes('    at '),
});

/** How every fault is reported. */
const fault = (code: keyof typeof errorCodes) => {
  const { status, fix } = errorCodes[code];
  return {
    status,
    type: 'application/json',
    body: {
      error: {
        name: expect.any(String),
        message: expect.stringContaining(fix),
        code,
        statusCode: status,
      },
      request: { method: expect.any(String), url: expect.any(String) },
      response: { statusCode: status },
    },
    hasStack: false,
  };
};

it.each(['/', '/nothing', '/controls/x/y', '/ingest', '/ingest/github/x'])(
  'there is nothing at %s',
  async path => {
    expect(describeResponse(await api().get(`${base}${path}`))).toEqual(
      fault('path-unknown'),
    );
  },
);

it.each([
  ['delete', '/controls', 'GET, HEAD'],
  ['post', '/inventory', 'GET, HEAD'],
  ['get', '/ingest/github', 'POST'],
  ['put', '/sources/github/backfills', 'POST, GET, HEAD'],
] as const)('%s is no method of %s', async (method, path, allowed) => {
  const answer = await api()[method](`${base}${path}`);
  expect(describeResponse(answer)).toEqual(fault('method-unknown'));
  expect(answer.headers.allow).toBe(allowed);
});

it.each(['/assets/component/default/%E0%A4%A/compliance', '/ingest/%E0%A4%A'])(
  '%s is no path',
  async path => {
    expect(describeResponse(await api().get(`${base}${path}`))).toEqual(
      fault('path-invalid'),
    );
  },
);

it('a source that receives nothing says so', async () => {
  const answer = await api().post(`${base}/ingest/github`).send({});
  expect(describeResponse(answer)).toEqual(fault('source-receives-nothing'));
});

it('who may not is told', async () => {
  const answer = await api(AuthorizeResult.DENY).get(`${base}/controls`);
  expect(describeResponse(answer)).toEqual(fault('not-allowed'));
  expect(answer.body.error.message).toContain('dora-compliance.control.read');
});

it('who is unknown is told', async () => {
  const answer = await api()
    .get(`${base}/controls`)
    .set('authorization', mockCredentials.none.header());
  expect(describeResponse(answer)).toEqual(fault('not-authenticated'));
});

it('what fails is told by an id, and nothing else of it', async () => {
  reads.mockImplementation(() => {
    throw new Error('select * from secret');
  });
  const answer = await api().get(`${base}/controls`);
  expect(describeResponse(answer)).toEqual(fault('internal-error'));
  expect(answer.text).not.toContain('secret');
  const id = /log of the backend for ([\w-]+) to/.exec(
    answer.body.error.message,
  )?.[1];
  expect(logger.error).toHaveBeenCalledWith(
    expect.stringContaining(String(id)),
    expect.objectContaining({ message: 'select * from secret' }),
  );
});

it('a database that can not be reached is told', async () => {
  reads.mockImplementation(() => {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  });
  expect(describeResponse(await api().get(`${base}/controls`))).toEqual(
    fault('store-unavailable'),
  );
});
