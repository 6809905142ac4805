// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// Version is that of the contract this was made from, and of this module.
const Version = "0.1.0"

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = "41c0a694ec8c0cefdd8f9de809119b62c6bea2bd263c6af76b6f03ac07a7f80a"
