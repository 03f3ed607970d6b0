import { bytes } from '../__testUtils__/messages';
import { contentModeOf } from './contentMode';

describe('contentModeOf', () => {
  it.each([
    ['application/cloudevents+json; charset=utf-8', 'structured'],
    ['Application/CloudEvents+JSON', 'structured'],
    ['application/cloudevents-batch+json;charset="UTF-8"', 'batch'],
  ])('%s is %s', (contentType, mode) => {
    const headers = { 'content-type': contentType, 'ce-id': '1' };
    expect(contentModeOf({ headers, body: bytes('') })).toBe(mode);
  });
});
