/** A thread that installs the native library and tells how that went. */
import { parentPort } from 'node:worker_threads'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { blsBackend, blsPublicKey, blsSign, blsVerify } from '../../../src/protocol/crypto/bls.ts'
import { secretOf } from '../../protocol/crypto/bls-signers.ts'

const installed = await installNativeBls()
const [secret, message] = [secretOf(0), new Uint8Array(32)]
const verified = blsVerify(blsPublicKey(secret), message, blsSign(secret, message))
parentPort!.postMessage({ installed, backend: blsBackend().name, verified })
