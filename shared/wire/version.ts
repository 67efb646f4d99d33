/** Goes up with every change of the contract; test/shared/wire/contract.test.ts pins the contract's hash beside it. */
export const wireVersion = 5
