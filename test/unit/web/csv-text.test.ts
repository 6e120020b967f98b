import { describe, expect, it } from 'vitest';
import { lineText, recordsOf, withCommas } from '../../../web/admin/imports/csv-text.ts';

describe('a table as CSV', () => {
  it('is read by the names in its header', () => {
    expect(recordsOf('\ufeffid,name\r\n126,"Kantor ""126"", baru"\r\n')).toEqual([
      { id: '126', name: 'Kantor "126", baru' },
    ]);
  });

  it('has empty cells where a line ends early', () => {
    expect(recordsOf('id,name,active\n126,Kantor\n')).toEqual([{ id: '126', name: 'Kantor', active: '' }]);
  });

  it('with semicolons becomes one with commas, line by line', () => {
    const table = 'id;name;active\n\n126;Kantor 126, baru;true\n127;"Dua;\nbaris";true\n128;Kantor 128;true\n';
    expect(withCommas(table)).toBe(
      'id,name,active\n\n126,"Kantor 126, baru",true\n127,"Dua;\nbaris",true\n128,Kantor 128,true\n',
    );
  });

  it('with commas is left as it is, to the byte', () => {
    const table = '\ufeffid,name\r\n126,"A;B;C;D"\r\n';
    expect(withCommas(table)).toBe(table);
  });

  it('shows what stands on a line, as an editor counts', () => {
    const table = 'id;name\n\n126;Kantor 126\n';
    expect(lineText(table, 3)).toBe('126 · Kantor 126');
    expect(lineText(table, 9)).toBe('');
  });
});
