import * as make from './azureObjects';

/** An event in the shape of the official documentation. */
export function event(
  eventType: string,
  resource: object,
  more: object = {},
): Record<string, unknown> {
  return {
    subscriptionId: '4f6e6328-0251-4814-a009-c01dfa368e3f',
    notificationId: 1,
    id: '33433986-7f56-4969-bfd4-3e59774c75ad',
    eventType,
    publisherId: 'tfs',
    message: { text: 'Something happened', html: 'x', markdown: 'x' },
    resource,
    resourceVersion: '1.0',
    resourceContainers: {
      collection: { id: 'c12d0eb8-e382-443b-9f9c-c52cba5014c2' },
      account: { id: 'f844ec47-a9db-4511-8281-8b63f4eaf94e' },
      project: { id: make.PROJECT, baseUrl: `${make.BASE}/` },
    },
    createdDate: '2026-03-02T12:00:00.1234567Z',
    ...more,
  };
}

/** Where events come from, as Azure DevOps Services reports it. */
export const containers = {
  collection: {
    id: 'c12d0eb8-e382-443b-9f9c-c52cba5014c2',
    baseUrl: `${make.BASE}/`,
  },
  project: { id: make.PROJECT, baseUrl: `${make.BASE}/` },
};
