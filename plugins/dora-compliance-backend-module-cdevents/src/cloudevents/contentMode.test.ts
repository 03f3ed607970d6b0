import { bytes } from '../__testUtils__/messages';
import { detectContentMode } from './contentMode';

describe('detectContentMode', () => {
  it.each([
    ['application/cloudevents+json; charset=utf-8', 'structured'],
    ['Application/CloudEvents+JSON', 'structured'],
    ['application/cloudevents-batch+json;charset="UTF-8"', 'batch'],
  ])('%s is %s', (contentType, mode) => {
    const headers = { 'content-type': contentType, 'ce-id': '1' };
    expect(detectContentMode({ headers, body: bytes('') })).toBe(mode);
  });
});
