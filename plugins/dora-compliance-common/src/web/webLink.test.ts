/* eslint-disable no-script-url -- addresses that are refused */
import fc from 'fast-check';
import { webLink } from './webLink';

it.each([
  'https://github.com/bank/ledger/edit/main/catalog-info.yaml',
  'http://jenkins.example:8080/job/a%20b/1/',
  'HTTPS://dev.azure.com/bank/_git/ledger?version=GBmain#L1',
  'https://münchen.example/straße',
  'https://[::1]:8080/x',
  'https://x',
  'https://x/a:b@c',
])('%s may be a link', address => {
  expect(webLink(address)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\tscript:alert(1)',
  '\tjavascript:alert(1)',
  ' https://x',
  'javascript://https://x/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'blob:https://x/1',
  'file:///etc/passwd',
  'ftp://x/y',
  'view-source:https://x',
  'ht\ntps://x',
  'https://x/\tjavascript:',
  'https://x\n.evil',
  'https:x',
  'https:/x',
  'https:\\\\x',
  'https:/\\evil',
  'https://',
  'https:///x',
  'https://?x',
  '//evil.example/x',
  '/\\evil.example',
  '/catalog',
  '../x',
  '?control=x',
  '#x',
  '',
  'https://github.com@evil.example/',
  'https://user:secret@github.com/bank',
  'https://@evil.example/',
  'https://:@evil.example/',
  'https://github.com\\@evil.example/',
  'https://x/\u202egpj.exe',
  'https://x/a b',
  'https://x/\u00a0',
  'https://x/\0',
  'https://x/\ud83d',
  'https://x:99999/',
  'https://%00/',
  `https://x/${'y'.repeat(8000)}`,
  'urn:pipeline:1',
  'git@github.com:bank/ledger.git',
])('%j may not be one', address => {
  expect(webLink(address)).toBeUndefined();
});

it('knows that there is none', () => {
  expect(webLink(undefined)).toBeUndefined();
});

it('whatever may be a link leads to the web, as it stands', () => {
  const part = fc.constantFrom(
    ...['http', 'https', 'javascript', 'data', ':', '/', '//', '\\', '@'],
    ...['\t', '\n', ' ', '?', '#', '%', 'x', 'evil.example', '\0', '[', ']'],
    ...['&', 'é', '\u202e', '\ufeff', 'C|'],
  );
  const address = fc.array(part, { maxLength: 9 }).map(all => all.join(''));
  fc.assert(
    fc.property(fc.oneof(address, fc.webUrl(), fc.string()), text => {
      const link = webLink(text);
      fc.pre(link !== undefined);
      const { protocol, username, password } = new URL(
        link!,
        'https://backstage.example/catalog',
      );
      expect(link).toBe(text);
      expect(['http:', 'https:']).toContain(protocol);
      expect(username + password).toBe('');
    }),
    { numRuns: 2000 },
  );
});
