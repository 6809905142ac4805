/** Names of the contract as other languages write them. */

/** `accountId` → `account_id`, `sendMany` → `send_many`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** `payment.sendMany` → `PaymentSendMany`, `not_ready` → `NotReady`. */
export function pascalCase(name: string): string {
  return name
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** `1000000` → `1_000_000`. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, '_')
}
