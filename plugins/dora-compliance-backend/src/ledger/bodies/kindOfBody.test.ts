import { received } from '../../testing/samples';
import { kindOfBody } from './kindOfBody';

const kind = (body: string, headers: Record<string, string> = {}) =>
  kindOfBody({ ...received(body), headers });

describe('kindOfBody', () => {
  it.each([
    ['pushed workflow_run', '{}', { 'x-github-event': 'workflow_run' }],
    ['pushed Push Hook', '{}', { 'x-gitlab-event': 'Push Hook' }],
    ['pushed git.push', '{"id":"1", "eventType": "git.push"}', {}],
    ['pushed pipeline', '{"object_kind":"pipeline"}', {}],
    ['pushed pu?sh ?', '{}', { 'x-github-event': 'pu\0sh \ud800' }],
    ['pushed', '{"a":1}', { 'content-type': 'application/json' }],
    ['pushed', `{"a":"${' '.repeat(600)}","kind":"late"}`, {}],
  ])('is "%s"', (expected, body, headers) => {
    expect(kind(body, headers)).toBe(expected);
  });

  it('is short, whatever a sender tells', () => {
    const told = { 'x-github-event': 'x'.repeat(9000) };
    expect(kind('{}', told).length).toBeLessThan(80);
  });
});
