// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// Version is that of the contract this was made from, and of this module.
const Version = "0.1.0"

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = "5f892267c041899b0a5f317a0833ac3c5aaeffcb553415f9a16923a908cfcd1d"
