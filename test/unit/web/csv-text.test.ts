import { describe, expect, it } from 'vitest';
import { forTheService, lineText, tableFile } from '../../../web/admin/imports/csv-text.ts';

const words = {
  columns: { kode: 'id', nama: 'name', aktif: 'active' },
  values: { active: { ya: 'true', tidak: 'false' } },
};

describe('a table as CSV', () => {
  it('with semicolons becomes one with commas, line by line', () => {
    const table = 'id;name;active\n\n126;Kantor 126, baru;true\n127;"Dua;\nbaris";true\n128;Kantor 128;true\n';
    expect(forTheService(table, words)).toBe(
      'id,name,active\n\n126,"Kantor 126, baru",true\n127,"Dua;\nbaris",true\n128,Kantor 128,true\n',
    );
  });

  it('with commas is left as it is, to the byte', () => {
    const table = '\ufeffid,name\r\n126,"A;B;C;D"\r\n';
    expect(forTheService(table, words)).toBe(table);
  });

  it('in the words of people becomes one in those of the service', () => {
    const table = tableFile([
      ['Kode', 'Nama', 'Aktif'],
      ['126', 'ya; tidak', 'Ya'],
    ]);
    expect(table).toBe('\ufeffKode;Nama;Aktif\r\n126;"ya; tidak";Ya\r\n');
    expect(forTheService(table, words)).toBe('id,name,active\n126,"ya; tidak",true\n');
    expect(forTheService('Kode,Nama,Aktif\n126,Kantor,tidak\n', words)).toBe('id,name,active\n126,Kantor,false\n');
  });

  it('leaves words that it does not know for the service to judge', () => {
    expect(forTheService('Kode,Warna\n126,biru\n', words)).toBe('id,Warna\n126,biru\n');
    expect(forTheService('id,active\n126,ya\n', words)).toBe('id,active\n126,ya\n');
  });

  it('shows what stands on a line, as an editor counts', () => {
    const table = 'id;name\n\n126;Kantor 126\n';
    expect(lineText(table, 3)).toBe('126 · Kantor 126');
    expect(lineText(table, 9)).toBe('');
  });
});
