// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// Version is that of the contract this was made from, and of this module.
const Version = "0.1.0"

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = "e0634d350b7db8ccd63c20e7260001357eff22a50efd611d62f80209535a3f18"
