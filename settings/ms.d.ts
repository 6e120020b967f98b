// Under nodenext the SDK's `Duration` would degrade to `any`, because `ms` ships no named type that it can find.
declare module 'ms' {
  export type StringValue = `${number}` | `${number}${string}` | `${number} ${string}`;
  export default function ms(value: StringValue): number;
}
