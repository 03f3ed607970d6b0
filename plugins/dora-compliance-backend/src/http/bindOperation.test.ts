import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { operations } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import express from 'express';
import Router from 'express-promise-router';
import request from 'supertest';
import { AccessControl } from '../permissions/AccessControl';
import { bindOperation } from './bindOperation';

function audited(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
  answer: () => Promise<{ items: [] }>,
) {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => event,
  });
  const router = Router();
  bindOperation(
    router,
    {
      auditor,
      httpAuth: mockServices.httpAuth(),
      access: new AccessControl({
        permissions: mockServices.permissions({ result }),
        list: async () => [],
        own: async () => [],
        rules: undefined as never,
      }),
      cursors: undefined as never,
      assets: { find: jest.fn() } as never,
      whenInInventory: async () => undefined,
    },
    operations.listControls,
    answer,
  );
  const app = express().use(router).use(mockErrorHandler());
  return { app, event, createEvent: auditor.createEvent };
}

it('tells the auditor who asked what, and that it was answered', async () => {
  const { app, event, createEvent } = audited(
    AuthorizeResult.ALLOW,
    async () => ({ items: [] }),
  );
  expect((await request(app).get('/controls')).status).toBe(200);
  expect(createEvent).toHaveBeenCalledWith(
    expect.objectContaining({
      eventId: 'read',
      severityLevel: 'low',
      meta: { operation: '/controls' },
    }),
  );
  expect(event.success).toHaveBeenCalledTimes(1);
  expect(event.fail).not.toHaveBeenCalled();
});

it('tells the auditor of what was refused', async () => {
  const { app, event } = audited(AuthorizeResult.DENY, async () => ({
    items: [],
  }));
  expect((await request(app).get('/controls')).status).toBe(403);
  expect(event.fail).toHaveBeenCalledTimes(1);
  expect(event.success).not.toHaveBeenCalled();
});

it('tells the auditor of what went wrong', async () => {
  const { app, event } = audited(AuthorizeResult.ALLOW, async () => {
    throw new Error('broken');
  });
  expect((await request(app).get('/controls')).status).toBe(500);
  expect(event.fail).toHaveBeenCalledWith({
    error: expect.objectContaining({ message: 'broken' }),
  });
});
