import { describe, expect, it } from 'vitest';
import { movedBy, movedTo, orderChange } from '../../../web/supervisor/board/roster-order.ts';

const order = ['a', 'b', 'c', 'd'];

describe('an order of people', () => {
  it('moves one of them a step', () => {
    expect(movedBy(order, 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
    expect(movedBy(order, 'b', -1)).toEqual(['b', 'a', 'c', 'd']);
  });

  it('keeps those at an end there', () => {
    expect(movedBy(order, 'a', -1)).toEqual(order);
    expect(movedBy(order, 'd', 1)).toEqual(order);
  });

  it('moves one to a place', () => {
    expect(movedTo(order, 'a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(movedTo(order, 'd', 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('stays as it is for who is not in it', () => {
    expect(movedBy(order, 'x', 1)).toEqual(order);
  });
});

describe('what somebody else has made of an order', () => {
  it.each([
    ['nothing', ['a', 'b', 'c', 'd'], { came: [], went: [], moved: false }],
    ['somebody new', ['a', 'b', 'e', 'c', 'd'], { came: ['e'], went: [], moved: false }],
    ['somebody less', ['a', 'c', 'd'], { came: [], went: ['b'], moved: false }],
    ['another order', ['b', 'a', 'd'], { came: [], went: ['c'], moved: true }],
  ])('%s', (_what, after, change) => {
    expect(orderChange(order, after)).toEqual(change);
  });
});
