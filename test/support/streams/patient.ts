/** For calls to a node that comes and goes, on a machine that has much else to do. */
export const PATIENT = { attempts: 10_000, delay: 20, maxDelay: 200 }
