import { readHeadings } from './readHeadings';

const read = (...lines: string[]) => readHeadings(lines.join('\n'));

describe('readHeadings', () => {
  it('names the headings that somebody wrote something below', () => {
    expect(
      read(
        '## Why is this needed?',
        'Interest is rounded down.',
        '### Risk and security impact',
        'Wrong amounts, no new access.',
        '## Roll-back',
        'Deploy the release before.',
        '## Ticket',
        'LEDGER-12',
      ),
    ).toEqual(['purpose', 'risk', 'rollback', 'ticket']);
  });

  it('reads labels in one line, bold ones and others', () => {
    expect(read('**Risk:** none known', 'Ticket: LEDGER-12')).toEqual([
      'risk',
      'ticket',
    ]);
    expect(read('**Rollback**', 'Deploy again')).toEqual(['rollback']);
    expect(read('## Ticket: LEDGER-12')).toEqual(['ticket']);
  });

  it.each([
    '',
    'TBD',
    'n/a',
    'N/A.',
    '-',
    '_No response_',
    '...',
    '- [ ] reviewed by security',
    '<!-- what can go wrong? -->',
    '<!-- what can go wrong?',
    'None',
  ])('does not count the placeholder "%s"', text => {
    expect(read('## Purpose', 'Round up', '## Risk', text)).toEqual([
      'purpose',
    ]);
  });

  it('does not count what a comment of several lines says', () => {
    expect(read('## Risk', '<!--', 'Explain it', '-->', '')).toEqual([]);
    expect(read('## Risk', '<!-- Explain it --> High')).toEqual(['risk']);
  });

  it('ends a part at a heading that it does not know', () => {
    expect(read('## Risk', '## Screenshots', 'a picture')).toEqual([]);
  });

  it('does not take a sentence for a heading', () => {
    expect(read('fix', 'The risk is low')).toEqual([]);
    expect(read('https://jira.bank/LEDGER-12')).toEqual([]);
  });

  it('counts boxes that somebody ticked', () => {
    expect(read('## Risk', '- [x] no new access')).toEqual(['risk']);
  });

  it('reads German headings and lines that end with a carriage return', () => {
    expect(
      readHeadings('## Zweck\r\nZinsen runden\r\n## Risiko\r\ngering\r\n'),
    ).toEqual(['purpose', 'risk']);
  });
});
